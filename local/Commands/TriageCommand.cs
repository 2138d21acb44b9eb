using System.CommandLine;
using HelpDesk.Adapters.EmbeddedTriage;
using HelpDesk.Local.Starting;

namespace HelpDesk.Local.Commands;

/// <summary><c>helpdesk triage train FILE</c>: what the build calls to make the shipped model; not listed in the help.</summary>
internal static class TriageCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "Where the model goes." };
        var train = new Command("train", "Train the embedded classifier and write its model, unless the file holds it already.") { file };
        train.SetAction(parsed => Train(parsed.GetValue(file)!));
        return new Command("triage", "The embedded classifier.") { Hidden = true, Subcommands = { train } };
    }

    private static int Train(string file)
    {
        var examples = Path.Combine(AppContext.BaseDirectory, new EmbeddedTriageOptions().ExamplesPath);
        Console.Out.WriteLine(ModelBuild.Run(examples, file) ? $"Trained the embedded classifier: {file}" : $"The embedded classifier is up to date: {file}");
        return ExitCode.Good;
    }
}
