using HelpDesk.Orchestrations.Foundation.Configuration;
using HelpDesk.Orchestrations.Stages.Policy.Rules;

namespace HelpDesk.Orchestrations.Stages.Rulebook.Policy;

/// <summary><c>policy/switches.yaml</c>: where the kill switch stands until somebody moves it.</summary>
internal static class SwitchesFile
{
    private static readonly Dictionary<string, bool> Words = new(StringComparer.Ordinal) { ["on"] = true, ["off"] = false };

    public static bool Read(SectionReader reader)
    {
        var isOn = reader.Choice("kill-switch", Words) ?? true;
        reader.End();
        return isOn;
    }
}

/// <summary><c>policy/demands.yaml</c>: optional rules that the organisation wants on top of what always holds.</summary>
internal static class DemandsFile
{
    public static IReadOnlyList<string> Read(SectionReader reader)
    {
        var names = reader.Texts("rules");
        foreach (var name in names)
            reader.Known(name.Line, "optional rule", name.Value, [.. OptionalRules.All.Select(rule => rule.Name)]);
        reader.End();
        return [.. names.Select(name => name.Value)];
    }
}
