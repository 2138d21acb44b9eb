using HelpDesk.Orchestrations.Domain.Policy;

namespace HelpDesk.Orchestrations.Stages.Policy;

/// <summary>One rule: pure, named as a sentence by its class.</summary>
public abstract class PolicyRule
{
    /// <summary>False for a rule about tickets and runbooks, which are behind no undo. Default true: a rule nobody thought about judges everything.</summary>
    public virtual bool ConcernsUndo => true;

    /// <summary>The rule's name, as verdicts, audit entries and approvers see it.</summary>
    public virtual string Name => GetType().Name;

    /// <summary>What it demands of a plan; null when it has nothing to say. Throwing counts as a refusal.</summary>
    public abstract RuleFinding? Judge(PolicyInput input, PolicySet policy);

    /// <summary>A person must do it.</summary>
    protected RuleFinding Refuse(string reason) => new(Name, VerdictOutcome.Refuse, reason);

    /// <summary>Somebody must approve it.</summary>
    protected RuleFinding NeedsApproval(string reason) => new(Name, VerdictOutcome.NeedsApproval, reason);
}
