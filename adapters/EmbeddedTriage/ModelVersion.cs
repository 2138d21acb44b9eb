using System.Security.Cryptography;
using System.Text;
using HelpDesk.Adapters.EmbeddedTriage.Features;
using HelpDesk.Orchestrations.Domain.Intents;

namespace HelpDesk.Adapters.EmbeddedTriage;

/// <summary>What makes a trained model the model of some examples: a hash of the intents' ids and examples, the concepts, the training code and the library.</summary>
public static class ModelVersion
{
    /// <summary>The version of a model trained on the examples of these intents now; lower-case hexadecimal.</summary>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static string Of(IntentCatalogue intents)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var intent in intents.All)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{intent.Id}\n"));
            hash.AppendData(SHA256.HashData(File.ReadAllBytes(intent.ExamplesPath)));
        }

        hash.AppendData(Encoding.UTF8.GetBytes($"\n{TriageTrainer.CodeVersion}\n{typeof(Microsoft.ML.MLContext).Assembly.GetName().Version}\n{TicketTerms.LexiconSource}"));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
