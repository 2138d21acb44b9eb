namespace HelpDesk.Functions.Durable;

/// <summary>Why an activity failed.</summary>
/// <param name="Code">The vendor's code, or the exception's type name.</param>
/// <param name="Message">What happened and what to change; no ticket text, no secret.</param>
/// <param name="IsRetryable">True when the same call may succeed later.</param>
/// <param name="RetryAfter">How long the vendor asked to wait.</param>
public sealed record ActivityError(string Code, string Message, bool IsRetryable, TimeSpan? RetryAfter);
