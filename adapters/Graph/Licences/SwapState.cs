namespace HelpDesk.Adapters.Graph.Licences;

/// <summary>What stood before a licence was swapped for another.</summary>
/// <param name="From">The one that goes.</param>
/// <param name="To">The one that comes.</param>
internal sealed record SwapState(LicenceState From, LicenceState To)
{
    /// <summary>True when the swap is done.</summary>
    public bool IsSwapped => !From.HasLicence && To.HasLicence;

    /// <summary>True when both say the same.</summary>
    public bool Equals(SwapState? other) => other is not null && Same(From, other.From) && Same(To, other.To);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(From.HasLicence, To.HasLicence);

    private static bool Same(LicenceState one, LicenceState other) =>
        one.HasLicence == other.HasLicence && one.DisabledPlans.SequenceEqual(other.DisabledPlans);
}
