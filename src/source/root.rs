//! The folder below which a plan may name files: a plan of someone else's does not read the rest of the machine.

use std::path::{Component, Path, PathBuf};

/// A folder, links resolved.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Root(PathBuf);

impl Root {
    /// The folder that was named for it.
    pub fn at(folder: &Path) -> Self {
        Self(resolved(folder))
    }

    /// That of a plan: the folder of the nearest `.git` above it; where there is none, the parent of the folder that
    /// was searched, or of the plan's own.
    pub fn of_plan(plan: &Path, searched: Option<&Path>) -> Self {
        let folder = plan.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let folder = resolved(folder);
        if let Some(project) = folder.ancestors().find(|folder| folder.join(".git").exists()) {
            return Self(project.to_owned());
        }
        let base = searched.map_or(folder, resolved);
        Self(base.parent().map_or_else(|| base.clone(), Path::to_owned))
    }

    /// Whether a path lies in the folder, as it is written and where its links lead.
    pub fn holds(&self, path: &Path) -> bool {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        // Of what is not there, the nearest folder that is.
        let there = folder.ancestors().find_map(|folder| match folder.as_os_str().is_empty() {
            true => Path::new(".").canonicalize().ok(),
            false => folder.canonicalize().ok(),
        });
        let is_inside = |path: &Path| path.starts_with(&self.0);
        let written = std::path::absolute(path).map(|path| lexical(&path));
        let is_written_inside =
            written.is_ok_and(|path| is_inside(&resolved(path.parent().unwrap_or(&path))));
        is_written_inside
            && there.is_some_and(|folder| is_inside(&folder))
            && path.canonicalize().map_or(true, |path| is_inside(&path))
    }

    /// The folder.
    pub fn path(&self) -> &Path {
        &self.0
    }
}

/// A path with its links resolved, as far as it is there.
fn resolved(path: &Path) -> PathBuf {
    path.canonicalize()
        .or_else(|_| std::path::absolute(path))
        .map_or_else(|_| path.to_owned(), |path| lexical(&path))
}

/// A path without `..`.
fn lexical(path: &Path) -> PathBuf {
    let mut out = PathBuf::new();
    for part in path.components() {
        match part {
            Component::ParentDir => {
                out.pop();
            }
            Component::CurDir => {}
            part => out.push(part),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[expect(clippy::disallowed_methods, clippy::unwrap_used, reason = "a test makes its own files")]
    fn a_root_holds_what_is_below_it_and_no_links_out_of_it() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        std::fs::create_dir_all(at("a/plans/sub")).unwrap();
        std::fs::create_dir_all(at("b")).unwrap();
        std::fs::write(at("b/x.csv"), "").unwrap();
        #[cfg(unix)]
        std::os::unix::fs::symlink(at("b"), at("a/link")).unwrap();
        let root = Root::of_plan(&at("a/plans/sub/p.yaml"), Some(&at("a/plans")));
        assert_eq!(root, Root::at(&at("a")));
        for (path, inside) in [
            ("a/plans/sub/x.csv", true),
            ("a/plans/sub/../../chung.yaml", true),
            ("a/plans/../../b/x.csv", false),
            ("a/link/x.csv", cfg!(not(unix))),
            ("a/none/x.csv", true),
            ("a/none/../../b/x.csv", false),
        ] {
            assert_eq!(root.holds(&at(path)), inside, "{path}");
        }
        std::fs::create_dir_all(at("a/plans/.git")).unwrap();
        assert_eq!(Root::of_plan(&at("a/plans/sub/p.yaml"), None), Root::at(&at("a/plans")));
    }
}
