namespace HelpDesk.Adapters.EmbeddedTriage;

/// <summary>Settings of the embedded classifier, section <c>EmbeddedTriage</c>.</summary>
public sealed class EmbeddedTriageOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "EmbeddedTriage";

    /// <summary>
    /// The model trained at build. Default <c>triage/embedded.model</c> beside the program; a relative path is looked up there. One that
    /// is not of these examples and this training code is not used.
    /// </summary>
    public string ModelPath { get; set; } = Path.Combine("triage", "embedded.model");

    /// <summary>Where models are kept that had to be trained at start. Default <c>.helpdesk/models</c> in the working directory.</summary>
    public string CacheDirectory { get; set; } = Path.Combine(".helpdesk", "models");

    /// <summary>Below this it gives no intent. 0 to 1, default 0.30: good enough to find the right group; a runbook is not considered below 0.60 (policy/confidence.yaml).</summary>
    public double LeastConfidence { get; set; } = 0.30;

    /// <summary>When the second intent comes this near to the first, it gives none. 0 to 1, default 0.02.</summary>
    public double AmbiguityMargin { get; set; } = 0.02;

    internal string FullModelPath => Path.Combine(AppContext.BaseDirectory, ModelPath);
}
