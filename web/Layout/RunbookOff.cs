namespace HelpDesk.Web.Layout;

/// <summary>What of a runbook is switched off.</summary>
/// <param name="IsWhole">True when none of it runs; false when only some of its steps are skipped.</param>
/// <param name="Why">Why, and which setting switches it on.</param>
public sealed record RunbookOff(bool IsWhole, string Why);
