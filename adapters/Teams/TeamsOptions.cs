namespace HelpDesk.Adapters.Teams;

/// <summary>Settings of Teams, section <c>Teams</c>. No section = no cards.</summary>
public sealed class TeamsOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Teams";

    /// <summary>
    /// Address of a Teams workflow ("Send webhook alerts to a channel", trigger "When a Teams webhook request is received"). Whoever
    /// knows it can post: all of it is a secret, kept in Key Vault, never logged. A text, because a failing conversion would repeat
    /// it. Required.
    /// </summary>
    public string WorkflowUrl { get; set; } = "";

    /// <summary>Time-out of one post. Default 15 s, chosen because a card is small and the workflow retries. 1 s to 5 min.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(15);
}
