// A vendor's questions are signed or carry tokens: what belongs to the other way goes.
import java.nio.file.Files
import java.nio.file.Path

def values = request.properties
def path = values.getProperty("package").replace(".", "/") + "/" + values.getProperty("prefix")
def other =
    values.getProperty("authentication") == "token"
        ? "src/main/java/" + path + "Signer.java"
        : "src/test/java/" + path + "TokenContractTest.java"
Files.delete(Path.of(request.outputDirectory, request.artifactId, other))
