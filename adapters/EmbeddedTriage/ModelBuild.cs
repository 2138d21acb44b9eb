using HelpDesk.Orchestrations.Domain.Intents;

namespace HelpDesk.Adapters.EmbeddedTriage;

/// <summary>Makes the model that is shipped with the program; the build calls it.</summary>
public static class ModelBuild
{
    /// <summary>Trains on the examples of all intents and writes the model, unless the one at <paramref name="modelPath"/> is of these examples already.</summary>
    /// <returns>True when it was trained.</returns>
    /// <exception cref="IOException">A file cannot be read or written.</exception>
    /// <exception cref="MalformedFileException">Examples are malformed.</exception>
    /// <exception cref="InvalidDataException">There are not two intents to tell apart.</exception>
    public static bool Run(IntentCatalogue intents, string modelPath, CancellationToken cancellation = default)
    {
        var version = ModelVersion.Of(intents);
        if (ModelFile.Read(modelPath, version) is not null)
            return false;

        var trained = TriageTrainer.Train(ExampleFile.Read(intents), cancellation);
        ModelFile.Write(modelPath, version, trained);
        return true;
    }
}
