using HelpDesk.Orchestrations.Domain.Remediations;

namespace HelpDesk.Orchestrations.Tests.Runbooks;

/// <summary>Everything is permitted but what a test takes away, by remediation id.</summary>
public sealed class FakePreflight : IPermissionPreflight
{
    public Dictionary<string, string[]> Missing { get; } = new(StringComparer.Ordinal);

    public Task<IReadOnlyList<string>> MissingAsync(RemediationDescriptor remediation, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<string>>(Missing.GetValueOrDefault(remediation.Id) ?? []);
}
