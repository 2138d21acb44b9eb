using HelpDesk.Orchestrations.Foundation.Configuration;

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
