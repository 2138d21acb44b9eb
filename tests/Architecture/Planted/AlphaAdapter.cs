namespace HelpDesk.Adapters.Alpha;

/// <summary>A planted violation: uses another adapter's type without a using.</summary>
public sealed class AlphaAdapter
{
    public static int Ask() => Beta.BetaAdapter.Answer();
}
