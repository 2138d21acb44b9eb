using HelpDesk.Orchestrations.Domain.Runbooks;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Configuration;
using HelpDesk.Orchestrations.Stages.Rulebook.Intents;

namespace HelpDesk.Orchestrations.Stages.Rulebook;

/// <summary>
/// What requesters are told: a runbook's own words, else those of the set in <c>runbooks/texts.yaml</c> that it names with <c>from</c>, else
/// those of the set <c>default</c>. What was done is always the runbook's own.
/// </summary>
internal sealed class RunbookTexts
{
    /// <summary>The file, as the product knows it.</summary>
    public const string File = "runbooks/texts.yaml";

    private const string Default = "default";

    private static readonly LocalizedText Nothing = new(new Dictionary<string, string>(StringComparer.Ordinal) { ["en"] = "" });

    private static readonly string[] Kinds = ["waiting", "refused", "escalated"];

    private readonly Dictionary<string, IReadOnlyDictionary<string, LocalizedText>> _sets = new(StringComparer.Ordinal);

    private RunbookTexts()
    {
    }

    /// <summary>Nothing is told: nobody asked.</summary>
    public static RunbookMessages None { get; } = new(Nothing, Nothing, Nothing, Nothing);

    /// <summary>The shared texts; none when there is no such file.</summary>
    public static RunbookTexts Read(ConfigurationFile? file, ConfigurationReport report)
    {
        var texts = new RunbookTexts();
        if (file is null || StrictYaml.Read(file, report) is not { } top)
            return texts;
        var reader = new SectionReader(top, file.Name, "texts.yaml", report);
        foreach (var name in reader.Keys.Select(key => key.Value))
        {
            if (reader.Section(name) is not { } section)
                continue;
            texts._sets[name] = Kinds.Where(kind => section.Node(kind) is not null).ToDictionary(kind => kind, kind => TextSection.Read(section, kind), StringComparer.Ordinal);
            section.End();
        }

        return texts;
    }

    /// <summary>The texts of a runbook.</summary>
    public RunbookMessages Of(SectionReader runbook)
    {
        if (runbook.Section("tell", required: true) is not { } reader)
            return None;
        var from = reader.OptionalText("from");
        if (from is not null && !_sets.ContainsKey(from))
            reader.Fault(reader.LineOf("from"), $"There are no texts '{from}'.{Nearest.Hint(from, _sets.Keys)}", _sets.Count == 0 ? $"Add them to {File}." : $"Use one of: {string.Join(", ", _sets.Keys)}, or add them to {File}.");

        var done = TextSection.Read(reader, "done");
        var texts = new RunbookMessages(done, Text(reader, from, Kinds[0]), Text(reader, from, Kinds[1]), Text(reader, from, Kinds[2]));
        reader.End();
        return texts;
    }

    private LocalizedText Text(SectionReader reader, string? from, string kind)
    {
        if (reader.Node(kind) is null && (Shared(from, kind) ?? Shared(Default, kind)) is { } shared)
            return shared;
        return TextSection.Read(reader, kind);
    }

    private LocalizedText? Shared(string? set, string kind) =>
        set is not null && _sets.TryGetValue(set, out var texts) ? texts.GetValueOrDefault(kind) : null;
}
