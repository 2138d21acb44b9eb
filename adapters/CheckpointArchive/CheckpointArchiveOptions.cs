namespace HelpDesk.Adapters.CheckpointArchive;

/// <summary>Where copies of audit checkpoints go (section <c>CheckpointArchive</c>); validated at start.</summary>
public sealed class CheckpointArchiveOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "CheckpointArchive";

    /// <summary>Address of a blob container under an immutability policy, <c>https://NAME.blob.core.windows.net/CONTAINER</c>; signed in to with the app's identity. Default none: nothing is copied. Setting <c>CheckpointArchive:ContainerUri</c>.</summary>
    public string ContainerUri { get; set; } = "";

    /// <summary>Longest wait for one answer; 1 to 100 seconds, default 30 s. Setting <c>CheckpointArchive:Timeout</c>.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);
}
