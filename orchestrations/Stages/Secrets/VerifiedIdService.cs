using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Policy.Proofs;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Stages.Secrets;

/// <summary>The service of Verified IDs, where one is connected, and whose Verified ID counts for a person.</summary>
public sealed class VerifiedIdService(IEnumerable<IVerifiedIds> services, IDirectory directory, ISignInEvidence evidence, PolicySet policy)
{
    private readonly IVerifiedIds? _service = services.FirstOrDefault();

    /// <summary>True when one is connected and policy accepts it.</summary>
    public bool IsOffered => _service is not null && policy.Proofs.Accepted.Contains(ProofKind.VerifiedId);

    /// <summary>How long the proof counts.</summary>
    internal TimeSpan ValidFor => policy.Proofs.ProofValidFor;

    /// <summary>The person as the directory has them now.</summary>
    internal Task<Person?> PersonAsync(PersonId personId, CancellationToken cancellation) => directory.GetPersonAsync(personId, cancellation);

    /// <summary>Asks for a presentation.</summary>
    internal Task<PresentationRequest> RequestAsync(PresentationAsk ask, CancellationToken cancellation) => _service!.RequestAsync(ask, cancellation);

    /// <summary>Reads a report; null when it is none or no service is connected.</summary>
    internal PresentationReport? Read(ReadOnlyMemory<byte> body) => IsOffered ? _service!.Read(body) : null;

    /// <summary>Why a presented Verified ID is not this person's, or is too new; null when it is theirs.</summary>
    /// <exception cref="VendorException">The directory cannot be read now.</exception>
    internal async Task<string?> WhyNotOfAsync(PersonId personId, PresentationReport report, DateTimeOffset now, CancellationToken cancellation)
    {
        if (await directory.GetPersonAsync(personId, cancellation) is not { } person || !string.Equals(report.UserPrincipalName, person.UserPrincipalName, StringComparison.OrdinalIgnoreCase))
            return "It belongs to another person.";
        // Whoever has one session can set a photo and issue themself a Verified ID.
        if (report.IssuedAt is not { } issued || now - issued < policy.Proofs.MethodsOlderThan)
            return "It was issued too recently.";
        // Names of accounts are used again.
        return await evidence.CreatedAtAsync(personId, cancellation) is { } created && issued > created ? null : "It was issued before the account was made.";
    }
}
