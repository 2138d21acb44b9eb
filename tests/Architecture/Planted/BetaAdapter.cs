namespace HelpDesk.Adapters.Beta;

/// <summary>What the planted violation uses.</summary>
public sealed class BetaAdapter
{
    public static int Answer() => 42;
}
