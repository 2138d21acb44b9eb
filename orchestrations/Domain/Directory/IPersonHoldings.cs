using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Domain.Directory;

/// <summary>Reads what a person holds: what a manager must collect or decide about when the person leaves.</summary>
public interface IPersonHoldings
{
    /// <summary>The permissions that the reading needs, as the directory names them.</summary>
    IReadOnlyList<string> Permissions { get; }

    /// <summary>Reads it now.</summary>
    /// <param name="personId">Object id of the person.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <exception cref="HelpDesk.Orchestrations.Foundation.VendorException">The directory cannot be read.</exception>
    Task<PersonHoldings> ReadAsync(PersonId personId, CancellationToken cancellation);
}

/// <summary>What a person holds, as names that are safe to show.</summary>
/// <param name="Devices">Devices that the company owns.</param>
/// <param name="Licences">Licences.</param>
/// <param name="Groups">Groups the person is a direct member of.</param>
public sealed record PersonHoldings(IReadOnlyList<string> Devices, IReadOnlyList<string> Licences, IReadOnlyList<string> Groups);
