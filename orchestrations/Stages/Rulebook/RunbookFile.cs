using System.Text.RegularExpressions;
using HelpDesk.Orchestrations.Domain.Runbooks;
using HelpDesk.Orchestrations.Domain.Runbooks.Outcomes;
using HelpDesk.Orchestrations.Foundation.Configuration;

namespace HelpDesk.Orchestrations.Stages.Rulebook;

/// <summary>Reads one runbook file: its form, not yet what it refers to.</summary>
internal static partial class RunbookFile
{
    private const int MaxSteps = 20;

    private static readonly Dictionary<string, SubjectRule> Subjects = new(StringComparer.Ordinal)
    {
        ["requester"] = SubjectRule.Requester,
        ["delegate"] = SubjectRule.Delegate,
        ["listed"] = SubjectRule.Listed,
    };

    private static readonly Dictionary<string, StepTarget> Targets = new(StringComparer.Ordinal)
    {
        ["subject"] = StepTarget.Subject,
        ["device"] = StepTarget.Device,
        ["devices"] = StepTarget.Devices,
    };

    private static readonly Dictionary<string, bool> YesNo = new(StringComparer.Ordinal) { ["yes"] = true, ["no"] = false, ["true"] = true, ["false"] = false };

    /// <summary>The runbook, or null when the file cannot be read at all. Every fault is in the report.</summary>
    public static Runbook? Read(ConfigurationFile file, RunbookTexts texts, ConfigurationReport report)
    {
        if (StrictYaml.Read(file, report) is not { } top)
            return null;

        var reader = new SectionReader(top, file.Name, "the runbook", report);
        var subject = reader.Choice("subject", Subjects) ?? SubjectRule.Requester;
        var runbook = new Runbook
        {
            Id = Id(reader, "runbook"),
            Title = reader.Text("title"),
            Intents = [.. reader.Texts("intents").Select(intent => intent.Value)],
            Subject = subject,
            Steps = [.. reader.Sections("steps", "step").Take(MaxSteps + 1).Select(Step)],
            Outcome = [.. reader.Texts("outcome").Select(outcome => new RunbookOutcome(outcome.Value, outcome.Line))],
            Tell = subject == SubjectRule.Listed ? RunbookTexts.None : texts.Of(reader),
            File = file.Name,
            Hash = file.Hash,
        };
        reader.End();

        if (Path.GetFileNameWithoutExtension(file.Name) != runbook.Id)
            reader.Fault(reader.LineOf("id"), $"The id '{runbook.Id}' differs from the file's name.", "Give both the same name.");
        if (runbook.IsForBulk && runbook.Intents.Count > 0)
            reader.Fault(reader.LineOf("intents"), "A runbook for a list answers no intent.", "Remove 'intents', or write 'subject: requester'.");
        if (runbook.Intents.Count == 0 && !runbook.IsForBulk)
            reader.Fault(reader.LineOf("intents"), "The runbook answers no intent.", "Add 'intents: [...]'.");
        if (runbook.Steps.Count is 0 or > MaxSteps)
            reader.Fault(reader.LineOf("steps"), $"The runbook has {(runbook.Steps.Count == 0 ? "no step" : $"more than {MaxSteps} steps")}.", $"Give it 1 to {MaxSteps} steps.");
        if (runbook.IsForBulk && runbook.Outcome.Count > 0)
            reader.Fault(reader.LineOf("outcome"), "A runbook for a list has no outcome: a line of a list ends when its steps are read back.", "Remove 'outcome'.");
        if (runbook.Outcome.Count == 0 && !runbook.IsForBulk)
            reader.Fault(reader.LineOf("outcome"), "The runbook does not say what must be true for the person before a ticket counts as resolved.", "Add 'outcome: [...]' with conditions of docs/runbook-format.md.");
        foreach (var twice in runbook.Steps.GroupBy(step => step.Id, StringComparer.Ordinal).Where(group => group.Count() > 1))
            reader.Fault(twice.Last().Line, $"Two steps have the id '{twice.Key}'.", "Give every step its own id.");
        return runbook;
    }

    private static RunbookStep Step(SectionReader reader)
    {
        var step = new RunbookStep(
            Id(reader, "step"),
            reader.Text("do"),
            reader.Choice("on", Targets) ?? StepTarget.Subject,
            [.. reader.Texts("when").Select(condition => condition.Value)],
            With(reader.Section("with")),
            reader.Choice("optional", YesNo, required: false) ?? false,
            reader.Line,
            reader.Choice("contain", YesNo, required: false) ?? false);
        reader.End();
        return step;
    }

    private static Dictionary<string, string> With(SectionReader? reader) =>
        reader?.Keys.ToDictionary(key => key.Value, key => reader.Text(key.Value), StringComparer.Ordinal) ?? new(StringComparer.Ordinal);

    private static string Id(SectionReader reader, string what)
    {
        var id = reader.Text("id");
        if (id.Length > 0 && !IdPattern().IsMatch(id))
            reader.Fault(reader.LineOf("id"), $"'{id}' is no id of a {what}.", "Use 2 to 40 lower-case letters, digits and hyphens, beginning with a letter.");
        return id;
    }

    [GeneratedRegex("^[a-z][a-z0-9-]{1,39}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex IdPattern();
}
