using System.CommandLine;
using HelpDesk.Adapters.EmbeddedTriage;
using HelpDesk.Local.Starting;
using HelpDesk.Orchestrations.Stages.Rulebook;

namespace HelpDesk.Local.Commands;

/// <summary>
/// <c>helpdesk triage train FILE</c>: what the build calls to make the shipped model, and an organisation with own intents may call to make
/// one that no start has to train; not listed in the help.
/// </summary>
internal static class TriageCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(Option<string[]> settings)
    {
        var file = new Argument<string>("file") { Description = "Where the model goes." };
        var train = new Command("train", "Train the embedded classifier and write its model, unless the file holds it already.") { file };
        train.SetAction(parsed => Train(parsed.GetValue(file)!, parsed.GetValue(settings)!));
        return new Command("triage", "The embedded classifier.") { Hidden = true, Subcommands = { train } };
    }

    private static int Train(string file, string[] overrides)
    {
        var options = new RulebookOptions();
        RulebookRegistration.Read(LocalSettings.Read(overrides), options);
        Console.Out.WriteLine(ModelBuild.Run(RulebookLoader.IntentsOrThrow(options), file) ? $"Trained the embedded classifier: {file}" : $"The embedded classifier is up to date: {file}");
        return ExitCode.Good;
    }
}
