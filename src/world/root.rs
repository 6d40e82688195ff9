//! The folder below which a plan may name files: a plan of someone else's does not read the rest of the machine.

use std::path::{Path, PathBuf};

use super::World;
use super::path::{absolute, folder_of};

/// A folder, links resolved.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Root(PathBuf);

impl Root {
    /// This folder.
    pub fn at(world: &dyn World, folder: &Path) -> Self {
        Self(resolved(world, folder))
    }

    /// Of a plan by itself: the folder of the nearest `.git` above it, else the parent of the folder that was searched
    /// or that holds it.
    pub fn of_plan(world: &dyn World, plan: &Path, searched: Option<&Path>) -> Self {
        let folder = resolved(world, folder_of(plan));
        if let Some(project) = folder.ancestors().find(|folder| world.look(&folder.join(".git")).is_some()) {
            return Self(project.to_owned());
        }
        let base = searched.map_or(folder, |searched| resolved(world, searched));
        Self(base.parent().map_or_else(|| base.clone(), Path::to_owned))
    }

    /// Whether a file stands below it, as it is written and as links lead.
    pub fn holds(&self, world: &dyn World, path: &Path) -> bool {
        let is_inside = |path: &Path| path.starts_with(&self.0);
        // Of what is not there, the nearest folder that is.
        let above = folder_of(path).ancestors();
        let there = above
            .map(|folder| if folder.as_os_str().is_empty() { Path::new(".") } else { folder })
            .find_map(|folder| world.look(folder));
        let written = absolute(world, path);
        is_inside(&resolved(world, written.parent().unwrap_or(&written)))
            && there.is_some_and(|folder| is_inside(&folder.path))
            && world.look(path).is_none_or(|place| is_inside(&place.path))
    }

    /// The folder.
    pub fn path(&self) -> &Path {
        &self.0
    }
}

/// The folder without links; as it is written where it is not there.
fn resolved(world: &dyn World, path: &Path) -> PathBuf {
    world.look(path).map_or_else(|| absolute(world, path), |place| place.path)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::world::Disk;

    #[test]
    #[expect(clippy::disallowed_methods, clippy::unwrap_used, reason = "a test makes its own files")]
    fn a_root_holds_what_is_below_it_and_no_links_out_of_it() {
        let (world, folder) = (&Disk::default(), tempfile::tempdir().unwrap());
        let at = |name: &str| folder.path().join(name);
        std::fs::create_dir_all(at("a/plans/sub")).unwrap();
        std::fs::create_dir_all(at("b")).unwrap();
        std::fs::write(at("b/x.csv"), "").unwrap();
        #[cfg(unix)]
        std::os::unix::fs::symlink(at("b"), at("a/link")).unwrap();
        let root = Root::of_plan(world, &at("a/plans/sub/p.yaml"), Some(&at("a/plans")));
        assert_eq!(root, Root::at(world, &at("a")));
        for (path, inside) in [
            ("a/plans/sub/x.csv", true),
            ("a/plans/sub/../../chung.yaml", true),
            ("a/plans/../../b/x.csv", false),
            ("a/link/x.csv", cfg!(not(unix))),
            ("a/none/x.csv", true),
            ("a/none/../../b/x.csv", false),
        ] {
            assert_eq!(root.holds(world, &at(path)), inside, "{path}");
        }
        std::fs::create_dir_all(at("a/plans/.git")).unwrap();
        assert_eq!(Root::of_plan(world, &at("a/plans/sub/p.yaml"), None), Root::at(world, &at("a/plans")));
    }
}
