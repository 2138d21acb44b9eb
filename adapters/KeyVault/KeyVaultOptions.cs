namespace HelpDesk.Adapters.KeyVault;

/// <summary>The keys in Azure Key Vault that sign audit checkpoints and decisions (section <c>KeyVault</c>); validated at start.</summary>
public sealed class KeyVaultOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "KeyVault";

    /// <summary>Address of an EC P-256 key without version, <c>https://NAME.vault.azure.net/keys/KEY</c>; http only on this machine. Setting <c>KeyVault:CheckpointKey</c>.</summary>
    public string CheckpointKey { get; set; } = "";

    /// <summary>Address of another EC P-256 key without version, which signs what people decide. Setting <c>KeyVault:DecisionKey</c>.</summary>
    public string DecisionKey { get; set; } = "";

    /// <summary>Longest wait for one answer; 1 to 100 seconds, default 15 s. Setting <c>KeyVault:Timeout</c>.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(15);
}
