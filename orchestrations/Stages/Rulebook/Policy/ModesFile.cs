using HelpDesk.Orchestrations.Domain.Policy.Modes;
using HelpDesk.Orchestrations.Foundation.Configuration;

namespace HelpDesk.Orchestrations.Stages.Rulebook.Policy;

/// <summary><c>policy/modes.yaml</c>: the switch of each runbook.</summary>
internal static class ModesFile
{
    private static readonly Dictionary<string, RunbookMode> Words = new(StringComparer.Ordinal)
    {
        ["off"] = RunbookMode.Off,
        ["shadow"] = RunbookMode.Shadow,
        ["suggest"] = RunbookMode.Suggest,
        ["auto"] = RunbookMode.Auto,
    };

    public static ModeRules Read(SectionReader reader, PolicyReferences known)
    {
        var standard = new RunbookSwitch(reader.Choice("default", Words) ?? RunbookMode.Off);
        var byRunbook = new Dictionary<string, RunbookSwitch>(StringComparer.Ordinal);
        foreach (var item in reader.Sections("runbooks", "runbook"))
        {
            var id = item.Text("id");
            var one = new RunbookSwitch(item.Choice("mode", Words) ?? RunbookMode.Off, item.Number("rollout", 0, 100, 100));
            if (id.Length > 0 && item.Known(item.LineOf("id"), "runbook", id, known.RunbookIds) && !byRunbook.TryAdd(id, one))
                item.Fault(item.Line, $"The runbook '{id}' is there twice.", "Keep one of them.");
            item.End();
        }

        reader.End();
        return new ModeRules(standard, byRunbook);
    }
}
