namespace HelpDesk.Architecture.Tests.Planted.Floors;

/// <summary>Not a violation: the registration in the root names all.</summary>
public static class FloorsRegistration
{
    public static int Add() => Stages.Left.LeftStage.Run() + Stages.Right.RightStage.Run() + Domain.Upward.Allowed();
}
