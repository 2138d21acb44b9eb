using HelpDesk.Orchestrations.Stages.Understanding;

namespace HelpDesk.Orchestrations.Tests.Triage;

/// <summary>A detector that finds what a test wants; nothing by itself.</summary>
internal sealed class FakeDetector(string? language = null) : ILanguageDetector
{
    public List<string> Asked { get; } = [];

    public string? Detect(string text)
    {
        Asked.Add(text);
        return language;
    }
}
