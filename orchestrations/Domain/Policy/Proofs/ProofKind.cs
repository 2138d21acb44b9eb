namespace HelpDesk.Orchestrations.Domain.Policy.Proofs;

/// <summary>What can prove that the requester is the person. The closed list; nothing that a ticket, a call or a mail says is on it.</summary>
public enum ProofKind
{
    /// <summary>A sign-in to our pages with what the person still has. Weak: whoever sits at an open session has it too.</summary>
    PortalSignIn,

    /// <summary>A fresh sign-in with a strong method that the person still has, by an authentication context whose Conditional Access policy was read.</summary>
    RemainingFactor,

    /// <summary>A Verified ID of the organisation, presented with a face check.</summary>
    VerifiedId,

    /// <summary>A one-time code that the manager gave the person after recognising them.</summary>
    ManagerVoucher,

    /// <summary>A service desk member recorded how they checked the identity.</summary>
    ServiceDeskCheck,
}

/// <summary>How much a proof is worth.</summary>
public enum ProofStrength
{
    /// <summary>Nothing: what anybody can say, send or find out.</summary>
    None,

    /// <summary>Counts only beside a strong one.</summary>
    Weak,

    /// <summary>Something that only the person has, or a second person who recognised them.</summary>
    Strong,
}
