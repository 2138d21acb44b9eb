namespace HelpDesk.Orchestrations.Stages.Intake;

/// <summary>A secret and the one before it: both are good while senders are moved to the new one.</summary>
public sealed class SecretPair
{
    /// <summary>The secret now in use; empty: the webhook answers 503.</summary>
    public string Secret { get; set; } = "";

    /// <summary>The secret that is being retired; empty when none is.</summary>
    public string PreviousSecret { get; set; } = "";

    /// <summary>True when requests can be checked.</summary>
    public bool IsSet => Secret.Length > 0;

    /// <summary>Those that are set.</summary>
    public IEnumerable<string> All => new[] { Secret, PreviousSecret }.Where(secret => secret.Length > 0);
}
