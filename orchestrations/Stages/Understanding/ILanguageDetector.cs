namespace HelpDesk.Orchestrations.Stages.Understanding;

/// <summary>Tells in which language a text is written, also when it is one that we do not answer in.</summary>
public interface ILanguageDetector
{
    /// <summary>The language as two letters of ISO 639-1 (<c>de</c>); null when the text gives no sign of one.</summary>
    /// <param name="text">Of any length, and hostile: it must not take long.</param>
    string? Detect(string text);
}
