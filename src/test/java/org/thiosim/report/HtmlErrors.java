package org.thiosim.report;

import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import nu.validator.messages.MessageEmitterAdapter;
import nu.validator.messages.TextMessageEmitter;
import nu.validator.servlet.imagereview.ImageCollector;
import nu.validator.source.SourceCode;
import nu.validator.validation.SimpleDocumentValidator;
import org.xml.sax.InputSource;

/** What the HTML validator finds wrong with a page; nothing where it is valid. */
public final class HtmlErrors {
    private HtmlErrors() {}

    public static String of(String html) {
        try {
            return checked(html);
        } catch (Exception e) {
            throw new IllegalStateException("the validator failed", e);
        }
    }

    private static String checked(String html) throws Exception {
        ByteArrayOutputStream messages = new ByteArrayOutputStream();
        SourceCode source = new SourceCode();
        MessageEmitterAdapter handler = new MessageEmitterAdapter(
                null, source, false, new ImageCollector(source), 0, false, new TextMessageEmitter(messages, false));
        handler.setErrorsOnly(true);
        SimpleDocumentValidator validator = new SimpleDocumentValidator();
        validator.setUpMainSchema("http://s.validator.nu/html5-rdfalite.rnc", handler);
        validator.setUpValidatorAndParsers(handler, true, false);
        handler.start(null);
        InputSource input = new InputSource(new StringReader(html));
        validator.checkHtmlInputSource(input);
        handler.end("", "", "");
        return messages.toString(StandardCharsets.UTF_8).strip();
    }
}
