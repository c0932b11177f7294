package io.telproof.staging;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** An element of an XML file, asked by XPath without regard to namespaces. */
final class Xml {
  private static final XPath XPATH = XPathFactory.newInstance().newXPath();

  private final Node node;

  private Xml(Node node) {
    this.node = node;
  }

  static Xml read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return new Xml(factory.newDocumentBuilder().parse(in));
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    } catch (SAXException e) {
      throw new IOException(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  /** Returns the text of the first element on the path, trimmed, or an empty text. */
  String text(String path) {
    try {
      return XPATH.evaluate(path, node).strip();
    } catch (XPathExpressionException e) {
      throw new IllegalArgumentException(e);
    }
  }

  List<Xml> all(String path) {
    try {
      NodeList found = (NodeList) XPATH.evaluate(path, node, XPathConstants.NODESET);
      List<Xml> elements = new ArrayList<>();
      for (int i = 0; i < found.getLength(); i++) {
        elements.add(new Xml(found.item(i)));
      }
      return elements;
    } catch (XPathExpressionException e) {
      throw new IllegalArgumentException(e);
    }
  }

  List<String> texts(String path) {
    return all(path).stream().map(each -> each.text(".")).toList();
  }
}
