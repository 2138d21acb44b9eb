using HelpDesk.Orchestrations.Domain.Remediations;

namespace HelpDesk.Orchestrations.Tests.Policy.Properties;

/// <summary>A step as chance made it.</summary>
/// <param name="Kind">User or device.</param>
/// <param name="Impact">What its remediation says.</param>
/// <param name="Reversibility">What its remediation says.</param>
/// <param name="TouchesCredentials">What its remediation says.</param>
/// <param name="NeedsApproval">What its remediation says.</param>
/// <param name="ErasesDevice">What its remediation says.</param>
/// <param name="Target">Whose object it is on.</param>
internal sealed record RandomStep(
    TargetKind Kind, Impact Impact, Reversibility Reversibility, bool TouchesCredentials, bool NeedsApproval, bool ErasesDevice, RandomTarget Target)
{
    /// <summary>True when promise P1 wants a person's approval of it.</summary>
    public bool IsDangerous => Impact == Impact.High || Reversibility == Reversibility.Irreversible || TouchesCredentials || NeedsApproval;

    /// <summary>True when it is on an object that does not belong to the subject.</summary>
    public bool IsForeign => Target is RandomTarget.SomebodyElses or RandomTarget.Unknown;
}
