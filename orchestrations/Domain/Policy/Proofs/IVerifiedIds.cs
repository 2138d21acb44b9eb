using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Domain.Policy.Proofs;

/// <summary>Asks a person for a Verified ID of the organisation with a face check, and reads what the service reports. The report is not signed.</summary>
public interface IVerifiedIds
{
    /// <summary>Asks for a presentation.</summary>
    /// <exception cref="VendorException">The service cannot be reached or refuses.</exception>
    Task<PresentationRequest> RequestAsync(PresentationAsk ask, CancellationToken cancellation);

    /// <summary>Reads a report; null when it is none.</summary>
    PresentationReport? Read(ReadOnlyMemory<byte> body);
}

/// <summary>What is asked for.</summary>
/// <param name="State">Random, one use: the report carries it back.</param>
/// <param name="ApiKey">Random, one use: the report's sender must name it.</param>
/// <param name="UserPrincipalName">Whose Verified ID it must be.</param>
/// <param name="Purpose">What the wallet shows: what happens when the person agrees.</param>
public sealed record PresentationAsk(string State, string ApiKey, string UserPrincipalName, string Purpose)
{
    /// <summary>Never shows state and key: a record's own text would.</summary>
    public override string ToString() => "PresentationAsk";
}

/// <summary>A request that waits in the person's wallet.</summary>
/// <param name="Link">Opens the wallet on a phone.</param>
/// <param name="QrCode">The same for another screen, as a <c>data:</c> image; null when there is none.</param>
public sealed record PresentationRequest(string Link, string? QrCode);

/// <summary>What the service reports. Anybody can send one: everything in it is compared again.</summary>
/// <param name="State">Which request it answers.</param>
/// <param name="IsFinal">False while the person has only opened it.</param>
/// <param name="Weakness">Why the presentation proves nothing by issuer, kind, validity, domain or face; null when it does.</param>
/// <param name="UserPrincipalName">Whose Verified ID it is; null when it does not say.</param>
/// <param name="IssuedAt">When the Verified ID was issued, UTC; null when it does not say.</param>
public sealed record PresentationReport(string State, bool IsFinal, string? Weakness, string? UserPrincipalName, DateTimeOffset? IssuedAt);
