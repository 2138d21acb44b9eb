using HelpDesk.Adapters.EmbeddedTriage;
using HelpDesk.Orchestrations.Stages.Rulebook;

namespace HelpDesk.Functions.Composition;

/// <summary>
/// <c>triage train FILE</c>: what the build calls to make the shipped triage model (triage/TrainTriageModel.targets). Without it every
/// instance would train when it first starts. The host never starts the worker with these arguments.
/// </summary>
internal static class ModelTraining
{
    /// <summary>Writes the model when the arguments ask for it.</summary>
    /// <returns>True when they did, and the worker is not to be started.</returns>
    public static bool RunIfAsked(string[] args)
    {
        if (args is not ["triage", "train", var file])
            return false;
        var intents = RulebookLoader.IntentsOrThrow(new RulebookOptions());
        Console.Out.WriteLine(ModelBuild.Run(intents, file) ? $"Trained the embedded classifier: {file}" : $"The embedded classifier is up to date: {file}");
        return true;
    }
}
