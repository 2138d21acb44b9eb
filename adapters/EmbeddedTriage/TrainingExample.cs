namespace HelpDesk.Adapters.EmbeddedTriage;

/// <summary>One labelled text.</summary>
/// <param name="Intent">Intent id.</param>
/// <param name="Language">Two-letter language.</param>
/// <param name="Text">As a requester writes it; redaction placeholders as the redactor writes them.</param>
public sealed record TrainingExample(string Intent, string Language, string Text);
