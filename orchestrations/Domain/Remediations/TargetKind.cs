namespace HelpDesk.Orchestrations.Domain.Remediations;

/// <summary>What a remediation acts on.</summary>
public enum TargetKind
{
    /// <summary>An Entra user.</summary>
    User,

    /// <summary>An Intune managed device.</summary>
    Device,
}
