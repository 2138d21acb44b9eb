namespace HelpDesk.Adapters.LocalKey;

/// <summary>Settings of the key that signs decisions on one machine (section <c>DecisionKey</c>); validated at start.</summary>
public sealed class LocalDecisionKeyOptions
{
    /// <summary>The section of the settings.</summary>
    public const string Section = "DecisionKey";

    /// <summary>The private key (PEM), made when missing, readable by its owner only. Default <c>.helpdesk/decision-key.pem</c>.</summary>
    public string Path { get; set; } = System.IO.Path.Combine(".helpdesk", "decision-key.pem");
}
