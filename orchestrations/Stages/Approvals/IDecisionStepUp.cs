using HelpDesk.Orchestrations.Domain.Remediations;

namespace HelpDesk.Orchestrations.Stages.Approvals;

/// <summary>Whether approving something of an impact needs a fresh or stronger sign-in, which only a page can ask for.</summary>
public interface IDecisionStepUp
{
    /// <summary>True when it does.</summary>
    bool Asks(Impact impact);
}

/// <summary>Every approval needs a sign-in: what counts where no page says otherwise.</summary>
internal sealed class AlwaysStepUp : IDecisionStepUp
{
    public bool Asks(Impact impact) => true;
}
