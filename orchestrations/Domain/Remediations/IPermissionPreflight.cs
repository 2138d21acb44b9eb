using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Domain.Remediations;

/// <summary>Says before anybody is asked for approval whether the target system would let a remediation through at all.</summary>
public interface IPermissionPreflight
{
    /// <summary>The permissions that it needs and that were not granted, as its descriptor names them; empty = it may. What cannot be found out is no refusal: the target system itself refuses.</summary>
    /// <param name="remediation">Whose permissions.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <exception cref="VendorException">It cannot be found out now.</exception>
    Task<IReadOnlyList<string>> MissingAsync(RemediationDescriptor remediation, CancellationToken cancellation);
}
