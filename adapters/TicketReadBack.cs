using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Stages.Health;

namespace HelpDesk.Adapters;

/// <summary>
/// Reads a write back: an answer of success is no proof, because a field permission or a rule of the system may have dropped it. What does
/// not show is told in health, with the field.
/// </summary>
internal sealed class TicketReadBack(DependencyNotes notes, TimeProvider time)
{
    /// <summary>Pauses between the looks. Chosen because a read replica of a ticket system lags by less than a second or two.</summary>
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromMilliseconds(250), TimeSpan.FromSeconds(1)];

    /// <summary>Looks until the write shows, three times at most.</summary>
    /// <param name="system">Name of the ticket system.</param>
    /// <param name="field">The field, for health.</param>
    /// <param name="advice">What to change when it does not show, in our own words.</param>
    /// <param name="isShown">Looks once.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="VendorException"><see cref="TicketErrors.NotShown"/>.</exception>
    public async Task RequireAsync(string system, string field, string advice, Func<Task<bool>> isShown, CancellationToken cancellation)
    {
        for (var look = 0; ; look++)
        {
            if (await isShown())
            {
                notes.Allowed(system, field);
                return;
            }

            if (look == Pauses.Length)
                break;
            await Task.Delay(Pauses[look], time, cancellation);
        }

        notes.Refused(system, field, advice);
        throw new VendorException(system, TicketErrors.NotShown, advice, isRetryable: false);
    }

    /// <summary>Something could not be read for want of a permission, and the rest goes on without it.</summary>
    public void Unreadable(string system, string what, string advice) => notes.Refused(system, what, advice);

    /// <summary>It could be read.</summary>
    public void Readable(string system, string what) => notes.Allowed(system, what);
}
