import java.io.File;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.processor.reports.enums.JobEndStatus;

/**
 * Validates every PDF given against PDF/A-2a and PDF/UA-1 with veraPDF.
 * Exit: 0 all comply, 1 a file fails or cannot be parsed, or no file was given.
 */
public final class VeraPdf {
    private static final List<PDFAFlavour> FLAVOURS = List.of(PDFAFlavour.PDFA_2_A, PDFAFlavour.PDFUA_1);
    private static final int CONTEXT_LENGTH = 240;

    private VeraPdf() {}

    /** What one broken rule has to say: how often it broke, and where first. */
    private static final class Broken {
        final TestAssertion first;
        int count;

        Broken(TestAssertion first) {
            this.first = first;
        }
    }

    public static void main(String[] args) {
        if (args.length == 0) {
            System.err.println("VeraPdf: no files given");
            System.exit(1);
        }
        Logger.getLogger("").setLevel(Level.SEVERE);
        VeraGreenfieldFoundryProvider.initialise();
        int bad = 0;
        for (String name : args) {
            for (PDFAFlavour flavour : FLAVOURS) {
                if (!complies(name, flavour)) {
                    bad++;
                }
            }
        }
        int total = args.length * FLAVOURS.size();
        System.out.printf("verapdf: %d files, %d validations, %d failed%n", args.length, total, bad);
        System.exit(bad == 0 ? 0 : 1);
    }

    private static boolean complies(String name, PDFAFlavour flavour) {
        // The flavour is forced: what the file claims to be is not asked. Every file is parsed
        // once per flavour, for the parser keeps state of the flavour it was made for.
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(name), flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            return report(name, flavour, validator.validate(parser));
        } catch (Exception | LinkageError | StackOverflowError e) {
            System.out.printf("FAIL %s %s: cannot be validated: %s%n", label(flavour), name, e);
            return false;
        }
    }

    private static boolean report(String name, PDFAFlavour flavour, ValidationResult result) {
        // A run that stopped early or checked nothing proves nothing.
        boolean finished = result.getJobEndStatus() == JobEndStatus.NORMAL && result.getTotalAssertions() > 0
                && result.getPDFAFlavour() == flavour;
        if (finished && result.isCompliant()) {
            System.out.printf("PASS %s %s (%d checks)%n", label(flavour), name, result.getTotalAssertions());
            return true;
        }
        System.out.printf("FAIL %s %s: %d checks, %s%n", label(flavour), name, result.getTotalAssertions(),
                result.getJobEndStatus());
        for (Broken broken : brokenRules(result)) {
            TestAssertion at = broken.first;
            String context = at.getLocation() == null ? "" : at.getLocation().getContext();
            System.out.printf("    clause %s test %d, count %d: %s%n        at %s%s%n", at.getRuleId().getClause(),
                    at.getRuleId().getTestNumber(), broken.count, oneLine(at.getMessage()), oneLine(context),
                    at.getErrorMessage() == null ? "" : "\n        " + oneLine(at.getErrorMessage()));
        }
        return false;
    }

    private static List<Broken> brokenRules(ValidationResult result) {
        Map<String, Broken> rules = new LinkedHashMap<>();
        for (TestAssertion assertion : result.getTestAssertions()) {
            if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                String key = assertion.getRuleId().getClause() + "/" + assertion.getRuleId().getTestNumber();
                rules.computeIfAbsent(key, k -> new Broken(assertion)).count++;
            }
        }
        // The list of assertions is cut at a limit, the table of counts is not.
        result.getFailedChecks().forEach((rule, count) -> {
            Broken broken = rules.get(rule.getClause() + "/" + rule.getTestNumber());
            if (broken != null) {
                broken.count = Math.max(broken.count, count);
            }
        });
        return new ArrayList<>(rules.values());
    }

    private static String label(PDFAFlavour flavour) {
        return flavour == PDFAFlavour.PDFUA_1 ? "PDF/UA-1" : "PDF/A-2a";
    }

    private static String oneLine(String text) {
        String flat = text == null ? "" : text.strip().replaceAll("\\s+", " ");
        return flat.length() <= CONTEXT_LENGTH ? flat : flat.substring(0, CONTEXT_LENGTH) + "…";
    }
}
