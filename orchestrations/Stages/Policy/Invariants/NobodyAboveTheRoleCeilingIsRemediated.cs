using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Remediations;

namespace HelpDesk.Orchestrations.Stages.Policy.Invariants;

/// <summary>
/// No step is done to somebody who holds a directory role above the ceiling of its remediation, nor to their devices. A role that is not
/// known is above every ceiling; a remediation that the catalogue does not describe has none that would let a role through.
/// </summary>
public sealed class NobodyAboveTheRoleCeilingIsRemediated : PolicyRule
{
    /// <inheritdoc />
    public override RuleFinding? Judge(PolicyInput input, PolicySet policy)
    {
        if (input.Subject is not { } subject)
            return null;
        foreach (var (step, descriptor) in input.Steps)
        {
            var ceiling = descriptor?.RoleCeiling ?? RoleCeiling.NoDirectoryRole;
            if (subject.Roles.FirstOrDefault(role => !ceiling.Covers(role)) is { } above)
                return Refuse($"The account holds {above.Name}, and '{step.Id}' is only for {ceiling.Words()}.");
        }

        return null;
    }
}
