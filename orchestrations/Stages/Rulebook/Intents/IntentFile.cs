using System.Text.RegularExpressions;
using HelpDesk.Orchestrations.Domain.Intents;
using HelpDesk.Orchestrations.Foundation.Configuration;

namespace HelpDesk.Orchestrations.Stages.Rulebook.Intents;

/// <summary>Reads one <c>intent.yaml</c>.</summary>
internal static partial class IntentFile
{
    private const int ShortestId = 2;
    private const int LongestId = 40;

    private const int LeastExamples = 3;
    private const int MaxDescription = 400;

    private static readonly Dictionary<string, bool> Powers = new(StringComparer.Ordinal) { ["remediate"] = true, ["inform"] = false };

    private static readonly Dictionary<string, bool> YesNo = new(StringComparer.Ordinal) { ["yes"] = true, ["no"] = false };

    public static Intent? Read(ConfigurationFile file, string examplesPath, WordLists words, IReadOnlyList<string> ticketSystems, ConfigurationReport report)
    {
        if (StrictYaml.Read(file, report) is not { } top)
            return null;

        var reader = new SectionReader(top, file.Name, "the intent", report);
        var id = Id(reader, file);
        var isRemediable = reader.Choice("may", Powers) ?? false;
        var intent = new Intent
        {
            Id = id,
            Title = TextSection.Read(reader, "title"),
            Description = Description(reader),
            IsRemediable = isRemediable,
            Route = reader.Section("route", required: !isRemediable) is { } route ? RouteSection.Read(route, ticketSystems) : null,
            Cues = Cues(reader, isRemediable, words),
            Examples = [.. reader.Texts("examples").Select(example => example.Value)],
            ExamplesPath = examplesPath,
            File = file.Name,
        };
        if (intent.Examples.Count < LeastExamples)
            reader.Fault(reader.LineOf("examples"), $"The intent has fewer than {LeastExamples} examples.", "Add 'examples:' with short texts that people write; they are shown in docs/intents.md.");
        reader.End();
        return intent;
    }

    private static string Id(SectionReader reader, ConfigurationFile file)
    {
        var id = reader.Text("id");
        if (id.Length > 0 && (id.Length is < ShortestId or > LongestId || !IdPattern().IsMatch(id)))
            reader.Fault(reader.LineOf("id"), $"'{id}' is no id of an intent.", "Use 2 to 40 lower-case letters, digits, hyphens and at most one dot, beginning with a letter, such as 'device.lost'.");
        else if (id.Length > 0 && file.Key.Split('/')[^2] is var folder && folder != id)
            reader.Fault(reader.LineOf("id"), $"The id '{id}' differs from the folder's name '{folder}'.", "Give both the same name.");
        return id;
    }

    private static string Description(SectionReader reader)
    {
        var description = reader.Text("description");
        if (description.Length > MaxDescription || description.Contains('\n', StringComparison.Ordinal))
            reader.Fault(reader.LineOf("description"), $"The description has line breaks or more than {MaxDescription} characters.", "Write one sentence: what it is, and where its neighbours begin. The language model reads it.");
        return description;
    }

    // Without these words a model's answer would be acted on unchecked, so an intent that may remediate must have them.
    private static IntentCues? Cues(SectionReader intent, bool isRemediable, WordLists words)
    {
        if (intent.Section("cues", required: isRemediable) is not { } reader)
            return null;
        if (!isRemediable)
            intent.Fault(intent.LineOf("cues"), "Cue words are for intents that a runbook acts on, and this one only informs.", "Remove 'cues', or write 'may: remediate'.");

        var cues = new IntentCues(words.Of(reader, "about"), words.Of(reader, "happened"), reader.Choice("first-person", YesNo, required: false) ?? true);
        reader.End();
        return cues;
    }

    [GeneratedRegex(@"\A[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex IdPattern();
}
