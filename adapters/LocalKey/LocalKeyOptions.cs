namespace HelpDesk.Adapters.LocalKey;

/// <summary>Settings of the key that signs audit checkpoints on one machine (section <c>CheckpointKey</c>); validated at start.</summary>
public sealed class LocalKeyOptions
{
    /// <summary>The section of the settings.</summary>
    public const string Section = "CheckpointKey";

    /// <summary>
    /// The private key (PEM), made when missing, readable by its owner only. Beside it lies <c>.pub</c>, the public key for whoever
    /// checks an export. Default <c>.helpdesk/checkpoint-key.pem</c>.
    /// </summary>
    public string Path { get; set; } = System.IO.Path.Combine(".helpdesk", "checkpoint-key.pem");
}
