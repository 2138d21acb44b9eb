using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Policy.Modes;

namespace HelpDesk.Orchestrations.Stages.Policy.Invariants;

/// <summary>A runbook that is switched off or in shadow changes nothing; one that only suggests needs an approval.</summary>
public sealed class DisabledRunbooksAreNotRun : PolicyRule
{
    /// <inheritdoc />
    public override bool ConcernsUndo => false;

    /// <inheritdoc />
    public override RuleFinding? Judge(PolicyInput input, PolicySet policy) => policy.Modes.For(input.Plan.RunbookId).Mode switch
    {
        RunbookMode.Auto => null,
        RunbookMode.Suggest => NeedsApproval($"The runbook '{input.Plan.RunbookId}' is set to suggest (policy/modes.yaml)."),
        RunbookMode.Shadow => Refuse($"The runbook '{input.Plan.RunbookId}' runs in shadow: this is what it would have done (policy/modes.yaml)."),
        RunbookMode.Off => Refuse($"The runbook '{input.Plan.RunbookId}' is switched off (policy/modes.yaml)."),
        _ => Refuse($"The runbook '{input.Plan.RunbookId}' has an unknown mode."),
    };
}
