using HelpDesk.Architecture.Tests.Planted.Floors.Foundation;

namespace HelpDesk.Architecture.Tests.Planted.Floors.Domain;

/// <summary>Planted violations: a lower floor uses a higher one in each way that a compiled type shows.</summary>
public static class Upward
{
    /// <summary>Not a violation: downwards.</summary>
    public static int Allowed() => Ground.Height();
}

public static class UpwardByLocal
{
    public static bool Run()
    {
        Stages.Left.LeftState state = default;
        return state == default;
    }
}

public static class UpwardByCall
{
    public static async Task<int> RunAsync()
    {
        await Task.Yield();
        return Stages.Left.LeftStage.Run();
    }
}

public static class UpwardByGenericArgument
{
    public static object Run() => new List<Stages.Left.LeftStage[]>();
}

[Stages.Left.LeftMark]
public static class UpwardByAttribute;

[System.ComponentModel.DefaultValue(typeof(Stages.Left.LeftStage), "")]
public static class UpwardByAttributeArgument;

public static class UpwardByConstraint<T>
    where T : Stages.Left.LeftStage;
