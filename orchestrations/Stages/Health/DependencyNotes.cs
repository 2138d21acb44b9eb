using System.Collections.Concurrent;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Stages.Health;

/// <summary>What real calls met lately: faults that no cheap look would find, such as a permission that only one remediation needs.</summary>
public sealed class DependencyNotes(TimeProvider time)
{
    /// <summary>How long a failed call counts. Chosen because a system that is used at all is used again by then.</summary>
    public static readonly TimeSpan CallsCountFor = TimeSpan.FromMinutes(5);

    /// <summary>How long a refused permission counts: remediations that need it may be hours apart.</summary>
    public static readonly TimeSpan RefusalsCountFor = TimeSpan.FromHours(1);

    private const string LastCall = "call";

    private readonly ConcurrentDictionary<(string Name, string What), (string Advice, DateTimeOffset Until)> _notes = new();

    /// <summary>A call failed.</summary>
    /// <param name="name">The probe's name.</param>
    /// <param name="fault">How.</param>
    /// <param name="advice">What to change; only our own words are kept.</param>
    public void Failed(string name, VendorException fault, ProbeAdvice advice) =>
        _notes[(name, LastCall)] = (advice.For(fault), time.GetUtcNow() + CallsCountFor);

    /// <summary>A call succeeded.</summary>
    public void Worked(string name) => _notes.TryRemove((name, LastCall), out _);

    /// <summary>Makes a call and notes whether it worked.</summary>
    /// <param name="name">The probe's name.</param>
    /// <param name="advice">What to change.</param>
    /// <param name="call">The call.</param>
    /// <param name="isAccess">True for an error that says that we may not; null = the status 401 or 403. Retryable errors count always, others never.</param>
    public async Task<T> WatchAsync<T>(string name, ProbeAdvice advice, Func<Task<T>> call, Func<VendorException, bool>? isAccess = null)
    {
        try
        {
            var answer = await call();
            Worked(name);
            return answer;
        }
        catch (VendorException fault) when (fault.IsRetryable || (isAccess?.Invoke(fault) ?? fault.Code is "401" or "403"))
        {
            Failed(name, fault, advice);
            throw;
        }
    }

    /// <summary>Something in particular was refused.</summary>
    /// <param name="name">The probe's name.</param>
    /// <param name="what">What, such as the permission; of a small set.</param>
    /// <param name="advice">What to change, in our own words.</param>
    public void Refused(string name, string what, string advice) => _notes[(name, what)] = (advice, time.GetUtcNow() + RefusalsCountFor);

    /// <summary>It was allowed after all.</summary>
    public void Allowed(string name, string what) => _notes.TryRemove((name, what), out _);

    /// <summary>What counts now, of one probe.</summary>
    public IEnumerable<string> Of(string name) => _notes
        .Where(note => string.Equals(note.Key.Name, name, StringComparison.Ordinal) && note.Value.Until > time.GetUtcNow())
        .OrderBy(note => note.Key.What, StringComparer.Ordinal).Select(note => note.Value.Advice);
}
