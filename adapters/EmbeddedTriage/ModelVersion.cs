using System.Security.Cryptography;
using System.Text;
using HelpDesk.Adapters.EmbeddedTriage.Features;

namespace HelpDesk.Adapters.EmbeddedTriage;

/// <summary>What makes a trained model the model of some examples: a hash of the examples, the concepts, the training code and the library.</summary>
public static class ModelVersion
{
    /// <summary>The version of a model trained on an examples file now; lower-case hexadecimal.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static string Of(string examplesPath)
    {
        var examples = File.ReadAllBytes(examplesPath);
        var code = Encoding.UTF8.GetBytes($"\n{TriageTrainer.CodeVersion}\n{typeof(Microsoft.ML.MLContext).Assembly.GetName().Version}\n{TicketTerms.LexiconSource}");
        return Convert.ToHexStringLower(SHA256.HashData([.. examples, .. code]));
    }
}
